# The application for production; see docker-compose.yml. The store is a server of its own there,
# so the embedded engine is not in the image.
FROM node:24-bookworm-slim AS node

FROM maven:3.9-eclipse-temurin-25 AS build
COPY --from=node /usr/local/bin/node /opt/node/bin/node
COPY --from=node /usr/local/lib/node_modules /opt/node/lib/node_modules
ENV PATH=/opt/node/bin:$PATH
WORKDIR /build
COPY . .
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /opt/node/bin/npm \
 && mvn -B -q -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true package \
 && java -Djarmode=tools -jar target/comms-analytics.jar extract --destination /app

FROM eclipse-temurin:25-jre
RUN useradd --system --create-home --home-dir /var/lib/comms --shell /usr/sbin/nologin comms
COPY --from=build /app /app
USER comms
ENV COMMS_DATA_DIR=/var/lib/comms/data
VOLUME /var/lib/comms
EXPOSE 8080
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-XX:MaxRAMPercentage=70", "-jar", "/app/comms-analytics.jar"]
