import { useMutation } from '@tanstack/react-query';
import { useTexts } from '../ui/useTexts';
import { useNavigate } from 'react-router';
import { endSession } from '../api/session';
import { useNotices } from '../ui/Notices';
import classes from './Choices.module.css';

export function SignOut() {
  const t = useTexts('common');
  const navigate = useNavigate();
  const { tell } = useNotices();
  const leave = useMutation({
    mutationFn: endSession,
    networkMode: 'always',
    onSuccess: () => navigate('/', { replace: true }),
    onError: () => tell(t('common:signOut.failed')),
  });
  return (
    <div className={classes.choices}>
      <button type="button" onClick={() => leave.mutate()}>
        {t('common:signOut.verb')}
      </button>
    </div>
  );
}
