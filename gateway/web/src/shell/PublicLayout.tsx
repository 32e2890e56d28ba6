import { Suspense } from 'react';
import { useTexts } from '../ui/useTexts';
import { Link, NavLink, Outlet } from 'react-router';
import { useWhoIsHere } from '../api/openReads';
import { Loading } from '../ui/Loading';
import { homeOf } from './home';
import { Brand } from './Brand';
import { Choices } from './Choices';
import { OfflineBar } from './OfflineBar';
import classes from './PublicLayout.module.css';
import { SkipLink } from './SkipLink';

/** The open web: one bar with few words, the page, and a foot. */
export function PublicLayout() {
  const t = useTexts('common');
  const session = useWhoIsHere();
  return (
    <div className={classes.layout}>
      <SkipLink />
      <OfflineBar />
      <header className={classes.bar}>
        <Brand />
        <nav aria-label={t('common:nav.main')} className={classes.nav}>
          <NavLink to="/bli-medlem">{t('common:nav.join')}</NavLink>
          <Link to="/#handelser">{t('common:nav.events')}</Link>
          <NavLink to="/politiker" className={classes.roomy}>{t('common:nav.politicians')}</NavLink>
          <NavLink to="/om-uppgifter">{t('common:nav.privacy')}</NavLink>
        </nav>
        <nav aria-label={t('common:nav.account')} className={classes.account}>
          {session?.signedIn ? <Link to={homeOf(session)}>{t('common:nav.inside')}</Link> : <NavLink to="/logga-in">{t('common:nav.signIn')}</NavLink>}
        </nav>
      </header>
      <main id="innehall" tabIndex={-1} className={classes.main}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <footer className={classes.foot}>
        <p className="dim small">{t('common:foot.about')}</p>
        <Link to="/politiker">{t('common:nav.politicians')}</Link>
        <Choices />
      </footer>
    </div>
  );
}
