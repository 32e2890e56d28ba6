import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { useTexts } from './useTexts';
import { Icon } from './Icon';
import classes from './Notices.module.css';

interface Notice {
  id: number;
  text: string;
  undo?: () => void;
}

interface Notices {
  /** Says what was done, and offers to undo it. Stays until closed or the next is said: nobody has to be quick. */
  tell: (text: string, undo?: () => void) => void;
}

const Context = createContext<Notices>({ tell: () => undefined });

export function useNotices(): Notices {
  return useContext(Context);
}

/** One line at the foot of the window, announced politely. */
export function NoticesProvider({ children }: { children: ReactNode }) {
  const t = useTexts('common');
  const [notice, setNotice] = useState<Notice>();
  const count = useRef(0);
  const tell = useCallback((text: string, undo?: () => void) => setNotice({ id: ++count.current, text, undo }), []);
  const value = useMemo(() => ({ tell }), [tell]);
  const undo = notice?.undo;

  return (
    <Context.Provider value={value}>
      {children}
      <div role="status" className={classes.place}>
        {notice && (
          <div key={notice.id} className={classes.notice}>
            <span className={classes.text}>{notice.text}</span>
            {undo && (
              <button
                type="button"
                onClick={() => {
                  setNotice(undefined);
                  undo();
                }}
              >
                {t('common:action.undo')}
              </button>
            )}
            <button type="button" aria-label={t('common:action.close')} onClick={() => setNotice(undefined)}>
              <Icon name="close" size={18} />
            </button>
          </div>
        )}
      </div>
    </Context.Provider>
  );
}
