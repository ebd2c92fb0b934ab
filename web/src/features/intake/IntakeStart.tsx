import { useState } from 'react';
import { Navigate } from 'react-router';
import { useSitePath } from '../../app/site';

/** Starts a new form under an address of its own, so that a reload finds it again. */
export function IntakeStart() {
  const sitePath = useSitePath();
  const [id] = useState(() => crypto.randomUUID());
  return <Navigate replace to={sitePath('intake', id)} />;
}
