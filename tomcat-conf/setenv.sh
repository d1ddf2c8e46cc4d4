# shellcheck shell=sh disable=SC2034
# Read by catalina.sh (bin/parley copies it to CATALINA_BASE/bin). What must be set before:
#   PARLEY_CONFIG        the portal's properties file
#   PARLEY_TOMCAT_PORT   port of the connector on loopback
# and may be set: PARLEY_TOMCAT_HEAP (256m), PARLEY_JAVA_OPTS, and
#   PARLEY_TOMCAT_CLASSES  archive of parsed classes, which makes a start a third shorter; `bin/parley
#                          down` writes it

CATALINA_OPTS="-Dparley.config=${PARLEY_CONFIG:?names the properties file of the portal}"
CATALINA_OPTS="$CATALINA_OPTS -Dparley.tomcat.port=${PARLEY_TOMCAT_PORT:?is the port of the connector}"
# A short start and a small footprint: the serial collector and the first compiler only (docs/benchmarks.md has the
# figures). PARLEY_JAVA_OPTS=-XX:TieredStopAtLevel=4 adds the second.
CATALINA_OPTS="$CATALINA_OPTS -Xms64m -Xmx${PARLEY_TOMCAT_HEAP:-256m} -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
if [ -f "${PARLEY_TOMCAT_CLASSES-}" ]; then
  CATALINA_OPTS="$CATALINA_OPTS -XX:SharedArchiveFile=$PARLEY_TOMCAT_CLASSES"
else
  CATALINA_OPTS="$CATALINA_OPTS -XX:+RecordDynamicDumpInfo"
fi
CATALINA_OPTS="$CATALINA_OPTS -Xshare:auto -Xlog:cds=off -Xlog:cds+dynamic=off -XX:+ExitOnOutOfMemoryError -Djava.awt.headless=true"
CATALINA_OPTS="$CATALINA_OPTS -Dfile.encoding=UTF-8 -Duser.timezone=UTC -Djava.net.preferIPv4Stack=true"
CATALINA_OPTS="$CATALINA_OPTS -Dorg.apache.catalina.startup.EXIT_ON_INIT_FAILURE=true"
CATALINA_OPTS="$CATALINA_OPTS -Djava.util.logging.config.file=$CATALINA_BASE/conf/logging.properties"
CATALINA_OPTS="$CATALINA_OPTS ${PARLEY_JAVA_OPTS-}"
# Private to its owner: compiled pages and logs may quote what people wrote.
UMASK=0077
