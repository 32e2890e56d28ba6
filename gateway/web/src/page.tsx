import { type ComponentType, lazy } from 'react';

/** A page in a file of its own, read when it is first opened. */
export const page = (file: () => Promise<{ default: ComponentType }>) => {
  const Page = lazy(file);
  return <Page />;
};
