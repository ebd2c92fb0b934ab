import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './KindTiles.module.css';
import { serviceCategories, type ServiceKind } from './services.api';
import { useKindLabel } from './use-kind-label';

export interface KindTilesProps {
  kinds: ServiceKind[];
  /** The kind that was logged just before: the focus goes back to its tile. */
  focusOn: string | null;
  onChoose: (kind: ServiceKind) => void;
}

/** The catalogue as tiles by category; the rarer kinds come with one more tap. */
export function KindTiles({ kinds, focusOn, onChoose }: KindTilesProps) {
  const { t } = useTranslation('services');
  const labelOf = useKindLabel();
  const [all, setAll] = useState(() => kinds.some(({ id, quick }) => id === focusOn && !quick));
  const shown = kinds.filter(({ quick }) => quick || all);
  const groups = serviceCategories.flatMap((category) => {
    const own = shown.filter((kind) => kind.category === category);
    return own.length > 0 ? [{ category, own }] : [];
  });
  return (
    <div className={classes.groups}>
      {groups.map(({ category, own }) => (
        <div key={category} role="group" aria-labelledby={`category-${category}`} className={classes.group}>
          <Title order={3} id={`category-${category}`} className={classes.category}>{t(`category.${category}`)}</Title>
          <div className={classes.tiles}>
            {own.map((kind) => (
              <button key={kind.id} type="button" ref={kind.id === focusOn ? focus : undefined} className={classes.tile} onClick={() => onChoose(kind)}>{labelOf(kind)}</button>
            ))}
          </div>
        </div>
      ))}
      {kinds.length > shown.length && (
        <Button variant="subtle" className={classes.more} onClick={() => setAll(true)}>{t('entry.more', { count: kinds.length - shown.length })}</Button>
      )}
      {kinds.length === 0 && <Text c="dimmed">{t('entry.noKinds')}</Text>}
    </div>
  );
}

function focus(tile: HTMLButtonElement | null): void {
  tile?.focus();
}
