import { createContext, useContext, type ReactNode } from 'react';

const SiteZone = createContext('UTC');

/** Says which IANA time zone the dates and times below are shown in: the site's, not the device's. */
export function SiteZoneProvider({ zone, children }: { zone: string; children: ReactNode }) {
  return <SiteZone value={zone}>{children}</SiteZone>;
}

/** The IANA time zone of the site on the screen. */
export function useSiteZone(): string {
  return useContext(SiteZone);
}
