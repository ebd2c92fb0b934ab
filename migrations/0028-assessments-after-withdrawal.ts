import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A draft that was begun before a participant took back their consent stays a draft (ADR 0016): making it final would add answers to
 * their records. A correction of what was there before may still be finished.
 */
export class AssessmentsAfterWithdrawal1700000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create trigger case_work_is_agreed_at_the_end before update of state on assessments
      for each row when (old.state = 'draft' and new.state = 'final' and new.supersedes_id is null) execute function case_work_is_agreed()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger case_work_is_agreed_at_the_end on assessments');
  }
}
