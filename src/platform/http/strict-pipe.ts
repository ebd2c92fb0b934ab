import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { common, type FieldProblem } from '../errors/problem';

/** Accepts exactly the declared fields, converts nothing by itself, and names every field that is not right. */
export function strictPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    transformOptions: { enableImplicitConversion: false, exposeDefaultValues: false },
    exceptionFactory: (errors) => common.INVALID({}, fieldProblems(errors)),
  });
}

/** The fields of nested validation errors, as paths (`members[2].birthDate`). */
export function fieldProblems(errors: ValidationError[], parent = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const field = /^\d+$/.test(error.property) ? `${parent}[${error.property}]` : parent ? `${parent}.${error.property}` : error.property;
    const own = Object.values(error.constraints ?? {}).map((message) => ({ field, message: sentence(message) }));
    return [...own.slice(0, 1), ...fieldProblems(error.children ?? [], field)];
  });
}

function sentence(message: string): string {
  const text = message.replace(/^property (\S+) should not exist$/, '$1 is not a field of this request');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}
