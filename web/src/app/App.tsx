import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { SignInDialog } from '../features/session/SignInDialog';
import { colorSchemeInCookie } from './color-scheme';
import { cspNonce } from './csp-nonce';
import { makeRouter } from './routes';
import { SessionProvider } from './session';
import { cssVariables, theme } from './theme';

// Calls are repeated where they are sent (api/send.ts), so a query that failed has failed.
const cache = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 10_000 }, mutations: { retry: false } } });
const router = makeRouter();

/** The whole app: theme, session, pages, and the sign-in that can appear over any of them. */
export function App() {
  const { t } = useTranslation('ui');
  // Every cross that closes something says so to a screen reader, also on messages that no page shows itself.
  const spoken = mergeThemeOverrides(theme, { components: { CloseButton: { defaultProps: { 'aria-label': t('close') } } } });
  return (
    <MantineProvider theme={spoken} cssVariablesResolver={cssVariables} colorSchemeManager={colorSchemeInCookie} defaultColorScheme="auto" getStyleNonce={cspNonce}>
      <Notifications position="top-center" autoClose={6000} />
      <QueryClientProvider client={cache}>
        <SessionProvider>
          <RouterProvider router={router} />
          <SignInDialog />
        </SessionProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
