import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useSession } from './session';

/** In Development the platform's clock can be moved ahead; what is "late" or "in three days" is counted from that clock. */
export function useNow(): Date {
  const { data: session } = useSession();
  const { data: ahead = 0 } = useQuery({
    queryKey: ['clock'],
    queryFn: async () => ((await (await fetch('/dev/clock')).json()) as { aheadSeconds: number }).aheadSeconds,
    enabled: session?.development === true,
  });
  const [tick, setTick] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setTick(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return new Date(tick + ahead * 1000);
}
