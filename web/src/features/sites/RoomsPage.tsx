import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSite, useSitePath } from '../../app/site';
import { EmptyState } from '../../ui/EmptyState';
import { BedIcon, PlusIcon } from '../../ui/icons';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { AddBedsDialog } from './AddBedsDialog';
import { BuildingDialog } from './BuildingDialog';
import { ChangeBedDialog } from './ChangeBedDialog';
import { RoomDialog } from './RoomDialog';
import classes from './RoomsPage.module.css';
import { siteOf, type Bed, type Building, type Room } from './sites.api';

/** What is open: a new building, a room to add or change, beds to add, one bed. */
type Open = { what: 'building' } | { what: 'room'; building: Building; room: Room | null } | { what: 'beds'; room: Room } | { what: 'bed'; bed: Bed; room: Room } | null;

/** Buildings, rooms and beds of the site. Nothing is deleted: a bed leaves service on a day. */
export function RoomsPage() {
  const { t } = useTranslation('sites');
  const { id } = useSite();
  const sitePath = useSitePath();
  const site = useQuery(siteOf(id));
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const { data } = site;

  return (
    <Stack gap="lg">
      <PageHeader
        title={t('settings.rooms.title')} subtitle={<Anchor component={Link} to={sitePath('settings')} className="standalone-link">{t('settings.back')}</Anchor>}
        actions={data?.can.manage && <Button leftSection={<PlusIcon />} onClick={() => setOpen({ what: 'building' })}>{t('rooms.addBuilding')}</Button>}
      />
      <ProblemAlert problem={site.error} onRetry={() => void site.refetch()} takeFocus={false} />
      {site.isPending && <Loading lines={6} />}
      {data?.buildings.length === 0 && <EmptyState title={t('rooms.none')} icon={<BedIcon />}>{t('rooms.noneText')}</EmptyState>}
      {data?.buildings.map((building) => (
        <section key={building.id} aria-labelledby={building.id}>
          <Group justify="space-between" mb="xs">
            <Title order={2} id={building.id}>{building.name}</Title>
            {data.can.manage && <Button variant="default" size="sm" leftSection={<PlusIcon size={16} />} onClick={() => setOpen({ what: 'room', building, room: null })}>{t('rooms.addRoom')}</Button>}
          </Group>
          <div className={classes.rooms}>
            {building.rooms.map((room) => (
              <Paper key={room.id} withBorder p="sm" component="section" aria-label={room.name}>
                <Group justify="space-between" align="flex-start" gap="xs" mb="xs">
                  <div>
                    <Title order={3}>{room.name}</Title>
                    <Text size="sm" c="dimmed">{t(`space.${room.spaceKind}`)} · {t('rooms.floor', { floor: room.floor })} · {t('rooms.beds', { count: room.beds.length })}</Text>
                  </div>
                  {data.can.manage && (
                    <Group gap="xs" wrap="nowrap">
                      <Button variant="default" size="compact-sm" onClick={() => setOpen({ what: 'room', building, room })} aria-label={t('rooms.changeOf', { room: room.name })}>{t('rooms.change')}</Button>
                      <Button variant="default" size="compact-sm" onClick={() => setOpen({ what: 'beds', room })} aria-label={t('rooms.addBedsTo', { room: room.name })}>{t('rooms.addBeds')}</Button>
                    </Group>
                  )}
                </Group>
                <BedChips room={room} mayChange={data.can.manage} onOpen={(bed) => setOpen({ what: 'bed', bed, room })} />
              </Paper>
            ))}
            {building.rooms.length === 0 && <Text c="dimmed">{t('rooms.noRooms')}</Text>}
          </div>
        </section>
      ))}
      {data && (
        <>
          <BuildingDialog site={data} opened={open?.what === 'building'} onClose={close} />
          <RoomDialog site={data} building={open?.what === 'room' ? open.building : null} room={open?.what === 'room' ? open.room : null} onClose={close} />
          <AddBedsDialog site={data} room={open?.what === 'beds' ? open.room : null} onClose={close} />
          <ChangeBedDialog site={data} room={open?.what === 'bed' ? open.room : null} bed={open?.what === 'bed' ? open.bed : null} onClose={close} />
        </>
      )}
    </Stack>
  );
}

function BedChips({ room, mayChange, onOpen }: { room: Room; mayChange: boolean; onOpen: (bed: Bed) => void }) {
  const { t } = useTranslation('sites');
  const textOf = (bed: Bed): string => [t(`kind.${bed.kind}`), ...bed.characteristics.map((name) => t(`characteristic.${name}`))].join(', ');
  return (
    <ul className={classes.beds}>
      {room.beds.map((bed) => (
        <li key={bed.id}>
          <button type="button" className={classes.bed} data-out={bed.inServiceUntil !== null || undefined} disabled={!mayChange} onClick={() => onOpen(bed)}>
            <span className={classes.label}>{bed.label}</span>
            <span>{textOf(bed)}{bed.inServiceUntil !== null && `, ${t('rooms.until', { date: bed.inServiceUntil })}`}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
