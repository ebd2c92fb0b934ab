import { queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';

/** One dated row of a rule. */
export type Rule = components['schemas']['RuleView'];
export type RuleKey = Rule['key'];

/** A program year with its measures and the history of its rules. */
export type ProgramDetail = components['schemas']['ProgramPage'];

/** What a file of a program contains. */
export type ProgramPreview = components['schemas']['ProgramFilePreview'];

/** A text of a program in both languages. */
export type Labels = components['schemas']['ProgramLabels'];

/** A rule that is to hold from a day on. */
export type RuleChange = RequestBody<'/api/programs/{id}/rules', 'post'>;

/** The program years. */
export function programs() {
  return queryOptions({ queryKey: ['programs'], queryFn: () => read(api.GET('/api/programs', {})) });
}

/** One program year. */
export function program(id: string) {
  return queryOptions({ queryKey: ['programs', id], queryFn: () => read(api.GET('/api/programs/{id}', { params: { path: { id } } })) });
}

/** Lets a rule hold from a day on. */
export function changeRule(programId: string, change: RuleChange): Promise<ProgramDetail> {
  return read(api.POST('/api/programs/{id}/rules', { params: { path: { id: programId } }, body: change }));
}

/** Checks a file and says what it contains; nothing is added. */
export function previewProgram(pack: Record<string, unknown>): Promise<ProgramPreview> {
  return read(api.POST('/api/programs/previews', { body: { pack } }));
}

/** Adds the program that a file describes. */
export function addProgram(pack: Record<string, unknown>): Promise<ProgramDetail> {
  return read(api.POST('/api/programs', { body: { pack } }));
}
