import { Button, Checkbox, Collapse, Group, NativeSelect, Paper, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LocalDateInput } from '../../ui/LocalDateInput';
import { TagPicker } from '../../ui/TagPicker';
import { ageOf, type FormMember, nameOf, type Need, needs, type Relation, relations, type Sex, sexes } from './intake-form';
import { countryChoices, languageChoices } from './language-choices';
import { MemberMatches } from './MemberMatches';
import classes from './MemberFields.module.css';
import { useCodeText } from './use-code-text';

export interface MemberFieldsProps {
  member: FormMember;
  /** 1 for the head of the party. */
  place: number;
  /** The day of arrival. */
  on: string;
  wrong: Record<string, string>;
  /** Starts typing here when it appears. */
  takeFocus: boolean;
  onChange: (next: Partial<FormMember>) => void;
  onRemove?: () => void;
}

/** One person of the form: names, birth date or age, relation, language, needs; the rest folded away. */
export function MemberFields({ member, place, on, wrong, takeFocus, onChange, onRemove }: MemberFieldsProps) {
  const { t } = useTranslation(['intake', 'people']);
  const { language, country } = useCodeText();
  const [isMore, setMore] = useState(member.aNumber !== '' || member.sex !== '');
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takeFocus) first.current?.focus();
  }, [takeFocus]);
  const age = ageOf(member, on);
  const needsOpen = isMore || wrong.aNumber !== undefined;

  return (
    <Paper component="fieldset" withBorder p="md" className={classes.member}>
      <legend className={classes.legend}>{t('personAt', { place })}{nameOf(member) && `: ${nameOf(member)}`}</legend>
      {member.personId ? (
        <Group gap="xs" mb="xs">
          <Text fw={600}>{member.knownAs}</Text>
          <Text size="sm" c="dimmed">{t('known')}</Text>
          <Button size="compact-sm" variant="default" onClick={() => onChange({ personId: null, knownAs: '' })}>{t('notThem')}</Button>
        </Group>
      ) : (
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="xs">
          <TextInput ref={first} label={t('people:fact.givenNames')} value={member.givenNames} error={wrong.givenNames} onChange={(event) => onChange({ givenNames: event.currentTarget.value })} maxLength={100} autoComplete="off" spellCheck={false} />
          <TextInput label={t('people:fact.familyNames')} value={member.familyNames} error={wrong.familyNames} onChange={(event) => onChange({ familyNames: event.currentTarget.value })} maxLength={100} autoComplete="off" spellCheck={false} />
          <LocalDateInput label={t('people:fact.birthDate')} value={member.birthDate} error={wrong.birthDate} onChange={(birthDate) => onChange({ birthDate })} />
          <TextInput
            label={t('age')} inputMode="numeric" maxLength={3} autoComplete="off" disabled={member.birthDate !== ''}
            value={member.birthDate && age !== null ? String(age) : member.age} onChange={(event) => onChange({ age: event.currentTarget.value.replace(/\D/g, '') })}
          />
        </SimpleGrid>
      )}
      {!member.personId && <MemberMatches member={member} onSame={(match) => onChange({ personId: match.id, knownAs: match.name })} />}
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="xs" mt="xs">
        {place === 1
          ? <TextInput label={t('relation')} value={t('people:relation.head')} readOnly />
          : <NativeSelect label={t('relation')} value={member.relation} error={wrong.relation} onChange={(event) => onChange({ relation: event.currentTarget.value as Relation | '' })} data={[{ value: '', label: t('choose') }, ...relations.map((value) => ({ value, label: t(`people:relation.${value}`) }))]} />}
        <NativeSelect label={t('people:fact.languageSpoken')} value={member.languageSpoken} onChange={(event) => onChange({ languageSpoken: event.currentTarget.value })} data={[{ value: '', label: '–' }, ...languageChoices.map((value) => ({ value, label: language(value) }))]} />
        <Checkbox mt={{ base: 0, xs: 'lg' }} pt={{ base: 0, xs: 6 }} label={t('people:fact.interpreterNeeded')} checked={member.interpreterNeeded} onChange={(event) => onChange({ interpreterNeeded: event.currentTarget.checked })} />
      </SimpleGrid>
      <div className={classes.needs}>
        <TagPicker label={t('people:fact.needs')} value={member.needs} onChange={(chosen: Need[]) => onChange({ needs: chosen })} options={needs.map((value) => ({ value, label: t(`people:need.${value}`) }))} />
      </div>
      <Collapse expanded={needsOpen}>
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="xs" mt="xs">
          <TextInput label={t('people:fact.aNumber')} value={member.aNumber} error={wrong.aNumber} onChange={(event) => onChange({ aNumber: event.currentTarget.value })} maxLength={20} autoComplete="off" disabled={member.personId !== null} />
          <NativeSelect label={t('people:fact.nationality')} value={member.nationality} disabled={member.personId !== null} onChange={(event) => onChange({ nationality: event.currentTarget.value })} data={[{ value: '', label: '–' }, ...countryChoices.map((value) => ({ value, label: country(value) }))]} />
          <NativeSelect label={t('people:fact.sex')} value={member.sex} disabled={member.personId !== null} onChange={(event) => onChange({ sex: event.currentTarget.value as Sex | '' })} data={[{ value: '', label: '–' }, ...sexes.map((value) => ({ value, label: t(`people:sex.${value}`) }))]} />
        </SimpleGrid>
        {wrong.aNumber && <Checkbox mt="xs" label={t('somebodyElse')} checked={member.isSomebodyElse} onChange={(event) => onChange({ isSomebodyElse: event.currentTarget.checked })} />}
      </Collapse>
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" variant="subtle" aria-expanded={needsOpen} onClick={() => setMore(!isMore)}>{t(needsOpen ? 'less' : 'more')}</Button>
        {onRemove && <Button size="compact-sm" variant="subtle" color="red" onClick={onRemove} aria-label={t('removePerson', { place })}>{t('remove')}</Button>}
      </Group>
    </Paper>
  );
}
