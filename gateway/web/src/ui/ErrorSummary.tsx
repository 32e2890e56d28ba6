import { useEffect, useRef } from 'react';
import { useTexts } from './useTexts';
import { Note } from './Note';

interface Props {
  /** Texts by field; a field's input has the field's name as id. */
  errors: Record<string, string>;
  /** Grows with each refused attempt, so that the summary takes the focus again. */
  attempt: number;
}

/** After a refused attempt: what is to be corrected, each a link to its field. */
export function ErrorSummary({ errors, attempt }: Props) {
  const t = useTexts('common');
  const place = useRef<HTMLDivElement>(null);
  const fields = Object.entries(errors);
  useEffect(() => {
    if (attempt > 0) place.current?.focus();
  }, [attempt]);
  if (attempt === 0 || fields.length === 0) return null;
  return (
    <div ref={place} tabIndex={-1}>
      <Note kind="problem" title={t('common:form.summary', { count: fields.length })}>
        <ul style={{ paddingLeft: '1.2rem' }}>
          {fields.map(([field, text]) => (
            <li key={field}>
              <a
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(field)?.focus();
                }}
              >
                {text}
              </a>
            </li>
          ))}
        </ul>
      </Note>
    </div>
  );
}
