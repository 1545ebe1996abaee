# syntax=docker/dockerfile:1
# One image for the gateway and every service; which one it is, the command says.
ARG NODE_VERSION=24

# The packages, without those that only build and test need. Made anew when a manifest changes.
FROM node:${NODE_VERSION}-bookworm-slim AS packages
WORKDIR /convene
COPY package.json package-lock.json .npmrc ./
COPY shared/package.json shared/
COPY services/stakeholders/package.json services/stakeholders/
COPY services/working-groups/package.json services/working-groups/
COPY services/meetings/package.json services/meetings/
COPY services/practices/package.json services/practices/
COPY services/discovery/package.json services/discovery/
COPY services/identity/package.json services/identity/
COPY gateway/package.json gateway/
COPY platform/package.json platform/
COPY bench/package.json bench/
RUN --mount=type=cache,target=/root/.npm \
    npm ci --omit=dev --include-workspace-root --workspace=shared --workspace=gateway \
      --workspace=services/stakeholders --workspace=services/working-groups \
      --workspace=services/meetings --workspace=services/practices --workspace=services/discovery \
      --workspace=services/identity

FROM node:${NODE_VERSION}-bookworm-slim
ENV NODE_ENV=production
WORKDIR /convene
COPY --from=packages /convene ./
COPY tsconfig.base.json tsconfig.json ./
COPY shared shared
COPY services services
COPY gateway gateway
# Where a service keeps files, if it has any: a volume that is mounted here takes its owner.
RUN install --directory --owner=1000 --group=1000 /data
# The image's user node, by number, so that whoever runs it can tell that it is not root.
USER 1000:1000
CMD ["node", "--import", "tsx", "gateway/src/main.ts"]
