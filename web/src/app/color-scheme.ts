import { isMantineColorScheme, type MantineColorSchemeManager } from '@mantine/core';
import { readCookie, writeCookie } from './cookies';

const cookieName = 'posada_colors';

/** Remembers light, dark or "as the device says" in a cookie: the page keeps nothing in the browser's storage. */
export const colorSchemeInCookie: MantineColorSchemeManager = {
  get: (fallback) => {
    const chosen = readCookie(cookieName);
    return isMantineColorScheme(chosen) ? chosen : fallback;
  },
  set: (scheme) => writeCookie(cookieName, scheme),
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => writeCookie(cookieName, 'auto'),
};
