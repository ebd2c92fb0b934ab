import type { ReactNode } from 'react';

export interface IconProps {
  /** Edge length in pixels; 20 when not said. */
  size?: number;
}

function drawn(shape: ReactNode) {
  return function Icon({ size = 20 }: IconProps) {
    return (
      <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
        {shape}
      </svg>
    );
  };
}

/** Line drawings in the colour of the text around them; always decorative, so the text beside them (or aria-label) says what they mean. */
export const TodayIcon = drawn(<><circle cx="12" cy="12" r="4" /><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4" /></>);
export const DayIcon = drawn(<><rect x="4.500" y="4" width="15" height="16.500" rx="2.5" /><path d="m8 9 1.2 1.200L11.500 8M14 9h2.500M8 15l1.200 1.200L11.500 14M14 15h2.5" /></>);
export const BusIcon = drawn(<><rect x="4" y="4" width="16" height="13" rx="2.5" /><path d="M4 11h16M7.5 14.2h.01M16.5 14.2h.01" /><path d="M7 17v2.5M17 17v2.5" /></>);
export const BedIcon = drawn(<><path d="M3 19V6M3 16h18M21 19v-5a3 3 0 0 0-3-3h-7v5" /><circle cx="7" cy="12" r="1.8" /></>);
export const PeopleIcon = drawn(<><circle cx="9" cy="8" r="3.4" /><path d="M2.8 19.5c.5-3.4 3-5.3 6.2-5.3s5.7 1.9 6.2 5.3" /><path d="M15.5 4.900a3.4 3.4 0 0 1 0 6.200M17.8 14.800c1.9.8 3.1 2.4 3.4 4.7" /></>);
export const CaseIcon = drawn(<><rect x="4" y="5" width="16" height="15" rx="2.5" /><path d="M9 5V3.500h6V5" /><path d="m8.500 13 2.3 2.300 4.700-4.800" /></>);
export const ServiceIcon = drawn(<><path d="M4 11h16a8 8 0 0 1-5 7.400V20H9v-1.600A8 8 0 0 1 4 11Z" /><path d="M9 7.500c-.8-1 .8-2 0-3.200M13 7.500c-.8-1 .8-2 0-3.2" /></>);
export const DepartureIcon = drawn(<><circle cx="6" cy="18.5" r="2" /><circle cx="18" cy="5.5" r="2" /><path d="M8 18.500h7.500a3.2 3.2 0 0 0 0-6.500h-7a3.2 3.2 0 0 1 0-6.500H16" /></>);
export const ReportIcon = drawn(<><path d="M4 20h16" /><path d="M6.5 16.500v-4M12 16.500v-11M17.5 16.500v-7" /></>);
export const SettingsIcon = drawn(<><path d="M4 7h9M17 7h3M4 17h3M11 17h9" /><circle cx="15" cy="7" r="2" /><circle cx="9" cy="17" r="2" /></>);
export const MenuIcon = drawn(<path d="M4 7h16M4 12h16M4 17h16" />);
export const PersonIcon = drawn(<><circle cx="12" cy="8" r="3.6" /><path d="M5 20c.6-3.9 3.3-6 7-6s6.4 2.1 7 6" /></>);
export const ChevronIcon = drawn(<path d="m7 10 5 5 5-5" />);
export const CheckIcon = drawn(<path d="m5 12.5 4.5 4.500L19 7.5" />);
export const WarningIcon = drawn(<><path d="M12 4 2.8 19.500h18.400L12 4Z" /><path d="M12 10v4.500M12 17.200v.01" /></>);
export const PlusIcon = drawn(<path d="M12 5v14M5 12h14" />);
export const SearchIcon = drawn(<><circle cx="11" cy="11" r="6.5" /><path d="m16 16 4.5 4.5" /></>);
export const PlaceIcon = drawn(<><path d="M12 21s-6.5-5.6-6.5-11a6.5 6.5 0 0 1 13 0c0 5.4-6.5 11-6.5 11Z" /><circle cx="12" cy="10" r="2.3" /></>);
