import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Action } from './permissions';

/** Who a route is for; a route that says nothing is for nobody. */
export type RouteAccess = { kind: 'public' } | { kind: 'signed-in' } | { kind: 'action'; action: Action };

export const ROUTE_ACCESS = 'posada:route-access';

/** The route is for people who hold an action in some scope; the service then checks the record. */
export const Can = (action: Action): CustomDecorator => SetMetadata(ROUTE_ACCESS, { kind: 'action', action } satisfies RouteAccess);

/** The route is for everybody who is signed in. */
export const SignedIn = (): CustomDecorator => SetMetadata(ROUTE_ACCESS, { kind: 'signed-in' } satisfies RouteAccess);

/** The route is for everybody. */
export const Public = (): CustomDecorator => SetMetadata(ROUTE_ACCESS, { kind: 'public' } satisfies RouteAccess);
