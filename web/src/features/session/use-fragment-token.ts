import { useEffect, useState } from 'react';

/**
 * The token of a mailed link (`#token=…`). A fragment never reaches a server or its logs; once read it also leaves the address bar,
 * so that it stays in no history and no picture of the screen.
 */
export function useFragmentToken(): string | null {
  const [token] = useState(() => new URLSearchParams(window.location.hash.slice(1)).get('token'));
  useEffect(() => {
    if (window.location.hash) window.history.replaceState(window.history.state, '', window.location.pathname);
  }, []);
  return token;
}
