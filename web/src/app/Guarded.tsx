import { Suspense, type ReactNode } from 'react';
import { Loading } from '../ui/Loading';
import { NotFoundPage } from './NotFoundPage';
import { useCan } from './session';
import { useSiteOrNull } from './site';

/** A page for those who may open it; for others there is nothing here, as on the server. */
export function Guarded({ action, children }: { action: string; children: ReactNode }) {
  const can = useCan();
  const site = useSiteOrNull();
  if (!site || !can(action)) return <NotFoundPage />;
  return <Suspense fallback={<Loading lines={6} />}>{children}</Suspense>;
}
