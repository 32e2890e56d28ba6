import { Button } from '@mantine/core';
import { useTexts } from './useTexts';

interface Props {
  /** What the form does, as a verb. */
  verb: string;
  pending: boolean;
  cancel: () => void;
}

/** The two ways out of a form that was opened by a button. */
export function SubmitOrCancel({ verb, pending, cancel }: Props) {
  const t = useTexts('common');
  return (
    <div className="row-of-buttons">
      <Button type="submit" loading={pending}>
        {verb}
      </Button>
      <Button variant="default" onClick={cancel}>
        {t('common:action.cancel')}
      </Button>
    </div>
  );
}
