import { dateText } from '../../ui/date-text';
import classes from './CopySheets.module.css';
import type { PlanCopy } from './plans.api';

/** Haitian Creole has no names of months in every browser; the words below are those of the language. */
const haitianMonths = ['janvye', 'fevriye', 'mas', 'avril', 'me', 'jen', 'jiyè', 'out', 'septanm', 'oktòb', 'novanm', 'desanm'];

/** A calendar date in the words of the language in which a copy is printed. */
export function printedDate(date: string, language: string): string {
  if (language !== 'ht') return dateText(date, language, 'UTC', 'long');
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${haitianMonths[(month ?? 1) - 1]} ${year}`;
}

/** The sheets of a copy: a cover that says nothing of a case, then one part for each goal, and a place to sign. */
export function CopySheets({ copy }: { copy: PlanCopy }) {
  const words = new Map(copy.texts.map(({ key, text }) => [key, text]));
  const say = (key: string) => words.get(key) ?? '';
  const date = (value: string) => printedDate(value, copy.language);
  const isReviewed = copy.texts.every((text) => text.isReviewed);
  return (
    <article className={classes.copy} lang={copy.language} dir={copy.direction}>
      <section className={`${classes.sheet} ${classes.cover}`}>
        <h2>{say('title')}</h2>
        <p className={classes.names}>{copy.firstNames.join(' · ')}</p>
      </section>
      <section className={classes.sheet}>
        <p className={classes.mine}>{say('mine')}</p>
        {copy.goals.map((goal, at) => (
          <section key={at} className={classes.goal}>
            <h3><span className={classes.number}>{say('goal')} {at + 1}</span> <bdi>{goal.statement}</bdi></h3>
            <p className={classes.whose}>{goal.firstName ? <bdi>{goal.firstName}</bdi> : say('all_of_us')}{goal.status !== 'active' && ` · ${say(`status_${goal.status}`)}`}</p>
            {goal.why && <p><strong>{say('why')}:</strong> <bdi>{goal.why}</bdi></p>}
            {goal.strengths && <p><strong>{say('strengths')}:</strong> <bdi>{goal.strengths}</bdi></p>}
            {goal.steps.length === 0 && <p>{say('no_steps')}</p>}
            {goal.steps.length > 0 && (
              <table className={classes.steps}>
                <thead><tr><th scope="col">{say('steps')}</th><th scope="col">{say('who')}</th><th scope="col">{say('until')}</th><th scope="col">{say('done')}</th></tr></thead>
                <tbody>
                  {goal.steps.map((step, row) => (
                    <tr key={row}>
                      <td><bdi>{step.what}</bdi></td>
                      <td>{step.partner ? <bdi>{step.partner}</bdi> : say(step.owner)}</td>
                      <td>{step.dueOn ? date(step.dueOn) : '–'}</td>
                      <td>{step.state === 'done' ? '☑' : '☐'}<span className={classes.forEars}>{say(step.state === 'done' ? 'done' : 'open')}</span></td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
        ))}
        {copy.nextReviewOn && <p className={classes.next}>{say('next_review')} <strong>{date(copy.nextReviewOn)}</strong></p>}
        <div className={classes.sign}>
          <p>{say('signature')}</p>
          <p>{say('date')}</p>
        </div>
        {copy.signedOn && <p>{say('signed_on')} {date(copy.signedOn)}</p>}
        <footer className={classes.foot}>
          <p>{say('as_written')}</p>
          {!isReviewed && <p>{say('not_reviewed')}</p>}
        </footer>
      </section>
    </article>
  );
}
