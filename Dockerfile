# Builds the API, the worker and the web app into one image; the command decides which of them a container is.
ARG NODE_VERSION=22

FROM node:${NODE_VERSION}-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY web/package.json web/
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:${NODE_VERSION}-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
COPY web/package.json web/
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:${NODE_VERSION}-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/web/dist web/dist
COPY package.json ./
COPY docker/entrypoint.sh /usr/local/bin/posada-entrypoint
# Where files lie unless an object storage is configured; a volume is mounted over it.
RUN mkdir -p /var/lib/posada/files && chown node:node /var/lib/posada/files
# The image's own user "node" has the id 1000: the master key file belongs to it.
USER node
EXPOSE 3000
ENTRYPOINT ["sh", "/usr/local/bin/posada-entrypoint"]
CMD ["node", "dist/src/main.js"]
