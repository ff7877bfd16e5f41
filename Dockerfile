# The bot in an image without a shell or a package manager.
#
#     docker build -t handreiking-bot:0.1.0 .
#
# Reproducible to the byte of the base: --build-arg NODE_DIGEST=@sha256:... (docs/operations.md).
ARG NODE_TAG=24-bookworm-slim
ARG NODE_DIGEST=

FROM docker.io/library/node:${NODE_TAG}${NODE_DIGEST} AS build
WORKDIR /work
COPY package.json package-lock.json .npmrc ./
COPY scripts/node-version.mjs scripts/node-version.mjs
RUN npm ci
COPY . .
RUN node scripts/build.mjs --out /app
# Node and the libraries that it is linked with, their licences, and their names and versions for vulnerability scanners.
RUN set -eu; root=/image; \
  mkdir -p $root/usr/local/bin $root/etc $root/tmp $root/data $root/var/lib/dpkg/status.d; \
  cp /usr/local/bin/node $root/usr/local/bin/node; \
  ldd /usr/local/bin/node | grep -o '/[^ ]*' | while read -r library; do \
    mkdir -p "$root$(dirname "$library")"; cp -L "$library" "$root$library"; \
  done; \
  for package in libc6 libgcc-s1 libstdc++6; do \
    dpkg-query --status "$package" > "$root/var/lib/dpkg/status.d/$package"; \
    mkdir -p "$root/usr/share/doc/$package"; \
    cp -L "/usr/share/doc/$package/copyright" "$root/usr/share/doc/$package/"; \
  done; \
  if [ -f /usr/local/LICENSE ]; then mkdir $root/usr/share/doc/node && cp /usr/local/LICENSE $root/usr/share/doc/node; fi; \
  echo 'bot:x:10001:10001::/app:/usr/sbin/nologin' > $root/etc/passwd; \
  echo 'bot:x:10001:' > $root/etc/group; \
  echo 'hosts: files dns' > $root/etc/nsswitch.conf; \
  chmod -R a=rX /app && cp -a /app $root/app; \
  chown 10001:10001 $root/data && chmod 0750 $root/data && chmod 1777 $root/tmp

FROM scratch
COPY --from=build /image/ /
WORKDIR /app
ENV NODE_ENV=production \
  HOST=0.0.0.0 \
  PORT=3978
USER 10001:10001
EXPOSE 3978
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=3s --start-period=60s --retries=3 \
  CMD ["/usr/local/bin/node", "/app/health.js"]
# The flags of scripts/node-flags.ts.
ENTRYPOINT ["/usr/local/bin/node", "--max-semi-space-size=2"]
CMD ["/app/main.js"]
