import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const OWN_TRANSACTION = 'posada:own-transaction';

/** The handler opens its transactions itself (streams, progress, sign-in): the request is not wrapped in one. */
export const OwnTransaction = (): CustomDecorator => SetMetadata(OWN_TRANSACTION, true);
