import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { startSession, useSession } from '../api/session';
import { homeOf } from '../shell/home';
import { safeReturn, signInAddress } from '../shell/returning';
import { Answered } from '../ui/Answered';
import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';
import { PasskeySignIn } from './PasskeySignIn';
import { TotpSetup } from './TotpSetup';
import { TotpVerify } from './TotpVerify';

/** The second factor: shown when one is there, set up when none is. The register is closed until then. */
export default function SecondFactorPage() {
  const t = useTexts('account');
  const query = useSession();
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const wanted = safeReturn(address.get('vidare'));

  async function goOn() {
    const session = await startSession();
    void navigate(wanted ?? homeOf(session), { replace: true });
  }

  return (
    <Answered query={query}>
      {(session) => {
        if (!session.signedIn) return <Navigate to={signInAddress(wanted ?? '/')} replace />;
        const { totp, passkeys } = session.secondFactor;
        return totp || passkeys > 0 ? (
          <Page title={t('account:verify.title')} lead={t('account:verify.lead')}>
            {totp && <TotpVerify done={goOn} />}
            {passkeys > 0 && <PasskeySignIn next={wanted} />}
          </Page>
        ) : (
          <Page title={t('account:setup.title')} lead={t('account:setup.lead')}>
            <TotpSetup done={goOn} />
          </Page>
        );
      }}
    </Answered>
  );
}
