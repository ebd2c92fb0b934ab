import { useTranslation } from 'react-i18next';

/** Writes how large a file is, in the language of the screen. */
export function useSizeText(): (bytes: number) => string {
  const { i18n } = useTranslation();
  return (bytes) => {
    const isLarge = bytes >= 1_000_000;
    const format = new Intl.NumberFormat(i18n.language, { style: 'unit', unit: isLarge ? 'megabyte' : 'kilobyte', maximumFractionDigits: isLarge ? 1 : 0 });
    return format.format(isLarge ? bytes / 1_000_000 : Math.max(1, bytes / 1_000));
  };
}
