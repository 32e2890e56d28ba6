import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import classes from './FileDrop.module.css';

interface Props {
  /** Of the input itself. */
  id: string;
  /** What the file is, for those who hear it. */
  label: string;
  /** As the input's `accept`. */
  accept: string;
  verb: string;
  /** What is said beside the button, of dropping. */
  drag: string;
  pending: boolean;
  take: (file: File) => void;
  children?: ReactNode;
}

/** A place for a file: chosen by a button, or dropped here. */
export function FileDrop({ id, label, accept, verb, drag, pending, take, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);

  // Dropping is for those with a mouse; everybody else has the button, so the place itself is nothing that is pressed.
  useEffect(() => {
    const at = place.current;
    if (!at) return;
    const end = new AbortController();
    const listen = (kind: 'dragover' | 'dragleave' | 'drop', over: boolean) =>
      at.addEventListener(kind, (event) => {
        event.preventDefault();
        setOver(over);
        const dropped = event.dataTransfer?.files[0];
        if (kind === 'drop' && dropped) take(dropped);
      }, { signal: end.signal });
    listen('dragover', true);
    listen('dragleave', false);
    listen('drop', false);
    return () => end.abort();
  });

  return (
    <div ref={place} className={classes.drop} data-over={over}>
      <input
        ref={input}
        id={id}
        type="file"
        accept={accept}
        tabIndex={-1}
        aria-label={label}
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          if (chosen) take(chosen);
          event.currentTarget.value = '';
        }}
      />
      <div className="row-of-buttons">
        <Button loading={pending} onClick={() => input.current?.click()}>
          {verb}
        </Button>
        <span className={classes.drag}>{drag}</span>
      </div>
      {children}
    </div>
  );
}
