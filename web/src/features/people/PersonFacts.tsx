import { Anchor, Button, Group, Paper, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSitePath } from '../../app/site';
import { SiteDate } from '../../ui/SiteDate';
import { StateBadge } from '../../ui/StateBadge';
import type { Person, Revealable } from './people.api';
import classes from './PersonFacts.module.css';
import { RevealDialog } from './RevealDialog';
import { useCodeText } from './use-code-text';

/** What is known of a person; masked facts are opened one at a time. */
export function PersonFacts({ person }: { person: Person }) {
  const { t } = useTranslation('people');
  const { language, country } = useCodeText();
  const sitePath = useSitePath();
  const [asking, setAsking] = useState<Revealable | null>(null);
  const [open, setOpen] = useState<Partial<Record<Revealable, string>>>({});
  const masked = (field: Revealable, shown: ReactNode, isKnown: boolean) => {
    const value = open[field];
    if (value !== undefined) return field === 'nationality' ? country(value) : field === 'birthDate' ? <SiteDate value={value} style="long" /> : `A${value}`;
    if (!isKnown) return t('fact.none');
    return (
      <Group gap="xs" component="span">
        <span>{shown}</span>
        {person.may.reveal && <Button size="compact-sm" variant="default" onClick={() => setAsking(field)} aria-label={t('reveal.openField', { field: t(`fact.${field}`) })}>{t('reveal.open')}</Button>}
      </Group>
    );
  };
  const facts: [string, ReactNode][] = [
    ['birthDate', masked('birthDate', t(`fact.quality.${person.birthDateQuality}`), person.birthDateQuality !== 'unknown')],
    ['aNumber', masked('aNumber', person.aNumber, person.aNumber !== null)],
    ['nationality', masked('nationality', '••', person.hasNationality)],
    ['sex', person.sex ? t(`sex.${person.sex}`) : t('fact.none')],
    ['languageSpoken', person.languageSpoken ? <>{language(person.languageSpoken)} {person.interpreterNeeded && <StateBadge tone="info">{t('fact.interpreterNeeded')}</StateBadge>}</> : t('fact.none')],
    ['languageRead', person.languageRead ? language(person.languageRead) : t('fact.none')],
    ['needs', person.needs.length > 0 ? <Group gap={4} component="span">{person.needs.map((need) => <StateBadge key={need}>{t(`need.${need}`)}</StateBadge>)}</Group> : t('fact.noNeeds')],
    ...(person.otherNames.length > 0 ? [['otherNames', person.otherNames.join(', ')] as [string, ReactNode]] : []),
    ...(person.releasedOn ? [['releasedOn', <SiteDate key="released" value={person.releasedOn} />] as [string, ReactNode]] : []),
  ];
  const earlier = person.parties.filter(({ leftOn }) => leftOn !== null);

  return (
    <section aria-labelledby="facts-title">
      <Title order={2} id="facts-title" mb="xs">{t('fact.title')}</Title>
      <Paper withBorder p="md">
        <dl className={classes.facts}>
          {facts.map(([name, value]) => (
            <div key={name} className={classes.fact}>
              <dt>{t(`fact.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {earlier.length > 0 && (
          <Text size="sm" mt="sm">
            {t('fact.earlierParties')}{' '}
            {earlier.map((party) => <Anchor key={party.partyId + party.joinedOn} component={Link} to={sitePath('parties', party.partyId)} mr="xs" underline="always">{party.code}</Anchor>)}
          </Text>
        )}
      </Paper>
      <RevealDialog
        personId={person.id} field={asking} onClose={() => setAsking(null)}
        onRevealed={({ field, value }) => setOpen((known) => ({ ...known, [field]: value }))}
      />
    </section>
  );
}
