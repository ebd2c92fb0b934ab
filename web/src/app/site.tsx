import { useParams } from 'react-router';
import { useSession, type SessionSite } from './session';

/** The site named in the address (`/<siteCode>/…`), or null when the person has no such site. */
export function useSiteOrNull(): SessionSite | null {
  const { siteCode } = useParams();
  const { sites } = useSession();
  return sites.find((site) => site.code.toLowerCase() === siteCode?.toLowerCase()) ?? null;
}

/** The site on the screen. Every page inside the shell has one. */
export function useSite(): SessionSite {
  const site = useSiteOrNull();
  if (!site) throw new Error('This page belongs under the address of a site.');
  return site;
}

/** Makes addresses of pages of the site on the screen: `sitePath('people', id)` is `/MCA/people/<id>`. */
export function useSitePath(): (...segments: string[]) => string {
  const { code } = useSite();
  return (...segments) => `/${[code, ...segments].map(encodeURIComponent).join('/')}`;
}
