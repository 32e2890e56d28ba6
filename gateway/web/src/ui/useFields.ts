import { type ChangeEvent, type FormEvent, useState } from 'react';

export type Rules<T> = { [F in keyof T]?: (value: T[F], all: T) => string | null | undefined };
export type Fields<T> = ReturnType<typeof useFields<T>>;

type Keys<T, V> = { [F in keyof T]-?: T[F] extends V ? F : never }[keyof T] & string;
type Typed = ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>;

/**
 * A form: what is written, what is wrong with it, and how often it was refused. A field is judged when one leaves it, all of them when the form
 * is sent, and the server's judgement comes in by {@link refuse}. Each input's id is its field's name, so that a summary can link to it.
 * @param rules what is wrong with a value, in words; null when nothing is.
 */
export function useFields<T>(initial: T | (() => T), rules: Rules<T> = {}) {
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);

  function set<F extends keyof T>(field: F, value: T[F]) {
    setValues((now) => ({ ...now, [field]: value }));
    setErrors((now) => without(now, String(field)));
  }

  function leave(field: keyof T & string) {
    const fault = rules[field]?.(values[field], values);
    setErrors((now) => (fault ? { ...now, [field]: fault } : without(now, field)));
  }

  function refuse(faults: Record<string, string>) {
    setErrors(faults);
    setAttempt((count) => count + 1);
  }

  return {
    values,
    errors,
    attempt,
    set,
    refuse,
    /** Props of an input, select or text area. */
    text: (field: Keys<T, string>) => ({
      id: field,
      value: values[field] as string,
      error: errors[field],
      onChange: (event: Typed) => set(field, event.currentTarget.value as T[typeof field]),
      onBlur: () => leave(field),
    }),
    /** Props of a tick box. */
    box: (field: Keys<T, boolean>) => ({
      id: field,
      checked: values[field] as boolean,
      error: errors[field],
      onChange: (event: ChangeEvent<HTMLInputElement>) => set(field, event.currentTarget.checked as T[typeof field]),
    }),
    /** A form's `onSubmit`: goes on only when nothing is wrong. */
    submit: (send: (values: T) => void) => (event: FormEvent) => {
      event.preventDefault();
      const faults = Object.fromEntries(
        (Object.keys(rules) as (keyof T & string)[]).flatMap((field) => {
          const fault = rules[field]?.(values[field], values);
          return fault ? [[field, fault]] : [];
        }),
      );
      if (Object.keys(faults).length > 0) refuse(faults);
      else send(values);
    },
    reset: () => {
      setValues(initial);
      setErrors({});
      setAttempt(0);
    },
  };
}

function without(errors: Record<string, string>, field: string): Record<string, string> {
  if (!(field in errors)) return errors;
  return Object.fromEntries(Object.entries(errors).filter(([name]) => name !== field));
}
