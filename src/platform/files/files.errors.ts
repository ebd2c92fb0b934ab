import { type Problem, type ProblemFacts, problems } from '../errors/problem';

/** Why a file is not taken. */
export const fileProblems = problems({
  FILE_MISSING: [422, 'Choose a file first.'],
  FILE_EMPTY: [422, 'The file is empty. Choose it again; if it stays empty, take the picture or save the document once more.'],
  FILE_TOO_LARGE: [413, 'The file is larger than 20 MB. Send a smaller picture, or split the document.'],
  FILE_UPLOAD_BROKEN: [400, 'The file did not arrive whole. Choose it again and send it once more.'],
  FILE_KIND_NOT_TAKEN: [422, 'This is not a PDF, a JPEG, PNG or HEIC picture, or a Word document (.docx). Only those are taken.'],
  FILE_PICTURE_BROKEN: [422, 'The picture cannot be opened. Take it again, or save it as JPEG.'],
  FILE_PICTURE_TOO_LARGE: [422, 'The picture has more than 50 million dots. Save it smaller, then send it again.'],
  FILE_DOCUMENT_BROKEN: [422, 'The Word document cannot be opened. Open it in Word, save it again as .docx and send that.'],
  FILE_DOCUMENT_LOCKED: [422, 'The Word document has a password. Save it without one, or print it as PDF.'],
  FILE_DOCUMENT_UNPACKS_TOO_LARGE: [422, 'The Word document unpacks to far more than it seems. Print it as PDF and send that.'],
  FILE_DOCUMENT_HAS_MACROS: [422, 'The Word document contains macros, which could harm who opens it. Save it as .docx without macros, or print it as PDF.'],
});

type FileProblem = keyof typeof fileProblems;

/** A refusal of the file, named as the field `file` of the form. */
export function refusedFile(code: FileProblem, facts: ProblemFacts = {}): Problem {
  const { message } = fileProblems[code]();
  return fileProblems[code](facts, [{ field: 'file', message }]);
}
