import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useSite, useSitePath } from '../../app/site';
import { BedIcon } from '../../ui/icons';
import { EmptyState } from '../../ui/EmptyState';
import { Loading } from '../../ui/Loading';
import { PageHeader } from '../../ui/PageHeader';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { SegmentedChoice } from '../../ui/SegmentedChoice';
import { SiteDate } from '../../ui/SiteDate';
import { BedDialog } from './BedDialog';
import classes from './BedBoardPage.module.css';
import { boardOf } from './board.api';
import type { BedNight } from './board-model';
import { BoardLegend } from './BoardLegend';
import { BoardSummary } from './BoardSummary';
import { GiveBedsDialog } from './GiveBedsDialog';
import { NightCalendar } from './NightCalendar';
import { StayDialog } from './StayDialog';
import { TonightPlan } from './TonightPlan';
import { WaitingPanel } from './WaitingPanel';

type View = 'tonight' | 'calendar';

/** The beds of the site: tonight's plan, the nights to come, who waits for a bed and who should leave. */
export function BedBoardPage() {
  const { t } = useTranslation('stays');
  const site = useSite();
  const sitePath = useSitePath();
  const [search, setSearch] = useSearchParams();
  const view: View = search.get('view') === 'calendar' ? 'calendar' : 'tonight';
  const [from, setFrom] = useState<string | null>(null);
  const [openBed, setOpenBed] = useState<BedNight | null>(null);
  const [openStay, setOpenStay] = useState<string | null>(null);
  // Another page may lead here to give beds to a party.
  const [givingTo, setGivingTo] = useState<string | null>(() => search.get('party'));
  const board = useQuery(boardOf(site.id, view === 'calendar' ? from : null, 14, search.get('party')));
  const { data } = board;
  const ready = data?.waiting.filter(({ reviewOpen }) => !reviewOpen) ?? [];
  const stay = data && openStay ? ([...data.stays, ...data.withoutBed].find(({ id }) => id === openStay) ?? null) : null;

  const open = (bed: BedNight) => (bed.stay ? setOpenStay(bed.stay.id) : setOpenBed(bed));
  const stopGiving = () => {
    setGivingTo(null);
    if (search.has('party')) setSearch({}, { replace: true });
  };
  const show = (next: View) => setSearch(next === 'calendar' ? { view: next } : {}, { replace: true });

  return (
    <Stack gap="md">
      <PageHeader
        title={t('title')} subtitle={data && <SiteDate value={data.today} style="long" />}
        actions={
          <>
            {data?.can.book && ready.length > 0 && <Button onClick={() => setGivingTo(ready[0]?.id ?? null)}>{t('give.open', { count: ready.length })}</Button>}
            <Button component={Link} to={sitePath('beds', 'headcount')} variant="default">{t('headcount.open')}</Button>
          </>
        }
      />
      <ProblemAlert problem={board.error} onRetry={() => void board.refetch()} takeFocus={false} />
      {board.isPending && <Loading lines={8} />}
      {data && (
        <>
          <BoardSummary board={data} />
          <div className={classes.bar}>
            <SegmentedChoice
              label={t('view.label')} hideLabel value={view} onChange={show}
              options={[{ value: 'tonight', label: t('view.tonight') }, { value: 'calendar', label: t('view.calendar') }]}
            />
            <BoardLegend />
          </div>
          {data.rooms.length === 0 && <EmptyState title={t('noBeds.title')} icon={<BedIcon />}>{t('noBeds.text')}</EmptyState>}
          {view === 'tonight' ? (
            <div className={classes.tonight}>
              <TonightPlan board={data} onOpen={open} />
              <WaitingPanel board={data} onGive={setGivingTo} onOpenStay={setOpenStay} />
            </div>
          ) : (
            <NightCalendar board={data} busy={board.isFetching} onMove={setFrom} onOpen={open} />
          )}
          <GiveBedsDialog board={data} partyId={givingTo} onChoose={setGivingTo} onClose={stopGiving} />
          <BedDialog board={data} opened={openBed} onClose={() => setOpenBed(null)} />
          <StayDialog board={data} stay={stay} onClose={() => setOpenStay(null)} />
        </>
      )}
    </Stack>
  );
}
