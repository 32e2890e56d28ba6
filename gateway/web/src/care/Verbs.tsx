import { Button } from '@mantine/core';
import type { CareResult, Case, Outcome } from '../api/types';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { useNoteContact, useUndoContact } from './data';

const outcomes: Outcome[] = ['called', 'noAnswer', 'met', 'done'];

interface Props {
  caseId: string;
  name: string;
  note?: string;
  /** What came of the case, for when it is done; null: simply seen to. */
  result?: CareResult | null;
  /** Through the feminist officer's right, who takes nothing back here. */
  exit?: boolean;
  /** Called when the contact is noted, for example to empty the note. */
  noted?: () => void;
}

/** What one can say about a case with one press. A slip is undone in the line that confirms it. */
export function Verbs({ caseId, name, note, result, exit, noted }: Props) {
  const t = useTexts('association');
  const { tell } = useNotices();
  const contact = useNoteContact(exit);
  const undo = useUndoContact();

  // Awaited rather than called back: a case that is done takes these buttons away with it, and what was done is said all the same.
  async function say(outcome: Outcome) {
    const latest = latestOwn(await contact.mutateAsync({ id: caseId, outcome, note, result: outcome === 'done' ? result : null }));
    noted?.();
    tell(t(`association:verb.noted.${outcome}`, { name }), latest && !exit ? () => void takeBack(latest) : undefined);
  }

  async function takeBack(contactId: string) {
    try {
      await undo.mutateAsync({ id: caseId, contactId });
      tell(t('association:verb.undone'));
    } catch {
      tell(t('association:verb.notUndone'));
    }
  }

  return (
    <div>
      <div className="row-of-buttons no-print" role="group" aria-label={t('association:verb.group', { name })}>
        {outcomes.map((outcome) => (
          <Button
            key={outcome}
            variant={outcome === 'done' ? 'light' : 'default'}
            size="sm"
            disabled={contact.isPending}
            loading={contact.isPending && contact.variables.outcome === outcome}
            onClick={() => void say(outcome).catch(() => undefined)}
          >
            {t(`association:verb.${outcome}`)}
          </Button>
        ))}
      </div>
      {contact.isPaused && <p role="status">{t('common:offline.waiting')}</p>}
      {contact.error && <ProblemNote error={contact.error} kept={note !== undefined && note !== ''} />}
    </div>
  );
}

/** The contact that was just noted: contacts come latest first, and only an own latest one can be undone. */
function latestOwn(answered: Case): string | undefined {
  const latest = answered.contacts[0];
  return latest?.canUndo ? latest.contactId : undefined;
}
