import classes from './Changes.module.css';

interface Props {
  changes: { field: string; before?: string; after?: string }[];
  /** What stands where there was nothing. */
  nothing: string;
}

/** What changes about somebody, field by field: as it is, and as it will be. */
export function Changes({ changes, nothing }: Props) {
  return (
    <dl className={classes.changes}>
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{field}:</dt>
          <dd>
            {before ? <del>{before}</del> : <span className="dim">{nothing}</span>} <span aria-hidden="true">→</span> <ins>{after}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
