import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const ADDRESS = /(https?:\/\/[^\s),;]+)/;

/** Where something is written: a text in which addresses are links. */
export function Source({ text }: { text: string }) {
  const { t } = useTranslation('programs');
  const parts = text.split(ADDRESS);
  return (
    <>
      {parts.map((part, at) =>
        at % 2 === 1
          ? <Anchor key={at} href={part} target="_blank" rel="noreferrer noopener" underline="always" inherit aria-label={t('sourceLink', { address: hostOf(part) })} style={{ overflowWrap: 'anywhere' }}>{hostOf(part)}</Anchor>
          : part,
      )}
    </>
  );
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
