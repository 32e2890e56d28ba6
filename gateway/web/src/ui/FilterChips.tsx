import classes from './FilterChips.module.css';

interface Props<V extends string> {
  label: string;
  options: [value: V, label: string][];
  value: V;
  onChange: (value: V) => void;
}

/** A choice among a few, in words one can read, with the chosen one marked by more than colour. */
export function FilterChips<V extends string>({ label, options, value, onChange }: Props<V>) {
  return (
    <div role="group" aria-label={label} className={classes.chips}>
      {options.map(([option, words]) => (
        <button key={option} type="button" aria-pressed={option === value} onClick={() => onChange(option)}>
          {words}
        </button>
      ))}
    </div>
  );
}
