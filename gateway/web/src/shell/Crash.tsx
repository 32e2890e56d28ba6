import { Component, type ReactNode } from 'react';
import { useTexts } from '../ui/useTexts';
import { Note } from '../ui/Note';

function Words() {
  const t = useTexts('common');
  return (
    <main style={{ padding: '2rem 1.25rem', maxWidth: '46rem' }}>
      <Note kind="problem" title={t('common:crash.title')}>
        <p>{t('common:crash.text')}</p>
        <p>
          <a href={window.location.pathname}>{t('common:crash.reload')}</a>
        </p>
      </Note>
    </main>
  );
}

/** The last resort: a fault of ours, or a part of the app that a new release has replaced. */
export class Crash extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Words /> : this.props.children;
  }
}
