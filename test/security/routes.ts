import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ROUTE_ACCESS, type RouteAccess } from '../../src/auth/route-access';

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
}

/** Every route that the running application answers, as `GET /api/people/:id`, read from Express itself. */
export function routesOf(app: NestExpressApplication): string[] {
  const express = app.getHttpAdapter().getInstance() as unknown as { router: { stack: Layer[] } };
  const found = express.router.stack.flatMap(({ route }) =>
    route ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`) : [],
  );
  return [...new Set(found)].sort();
}

type Handler = (...values: unknown[]) => unknown;

/** What each route says about itself in the code: for the sentence that tells which row is missing. */
export function accessInCode(app: NestExpressApplication): Map<string, RouteAccess> {
  const found = new Map<string, RouteAccess>();
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const prefix = Reflect.getMetadata('path', metatype) as string;
      const prototype = metatype.prototype as Record<string, Handler>;
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const handler = prototype[name];
        const method = name === 'constructor' || !handler ? undefined : (Reflect.getMetadata('method', handler) as RequestMethod | undefined);
        if (method === undefined || !handler) continue;
        const access = (Reflect.getMetadata(ROUTE_ACCESS, handler) ?? Reflect.getMetadata(ROUTE_ACCESS, metatype)) as RouteAccess | undefined;
        const path = [prefix, Reflect.getMetadata('path', handler) as string].map((part) => part.replace(/^\/|\/$/g, '')).filter((part) => part !== '').join('/');
        if (access) found.set(`${RequestMethod[method] ?? ''} /api/${path}`, access);
      }
    }
  }
  return found;
}
