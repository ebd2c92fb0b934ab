/** A demo account that can be tried. */
export class DemoSignInView {
  email: string;
  role: string;
  organization: string;
  /** Name of the site the role is granted for; null for the whole organization. */
  site: string | null;
  /** The same for all of them. */
  password: string;
}

/** The demo accounts, and the password that all of them have. */
export class DemoSignInsView {
  items: DemoSignInView[];
  password: string;
}
