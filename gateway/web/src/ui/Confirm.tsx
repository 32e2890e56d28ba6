import { type ReactNode, useEffect, useId, useRef } from 'react';
import classes from './Confirm.module.css';

/** A question in a dialog of the browser's own: it keeps the focus, and Escape closes it. Only for what cannot be undone. */
export function Confirm({ title, open, close, children }: { title: string; open: boolean; close: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className={classes.dialog} aria-labelledby={heading} onClose={close}>
      <h2 id={heading}>{title}</h2>
      {open && children}
    </dialog>
  );
}
