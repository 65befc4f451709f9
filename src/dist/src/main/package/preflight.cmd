@echo off
rem Starts preflight with the Java that lies beside it. Not tried on Windows yet.
setlocal
set "built=%~dp0..\lib\preflight"
set "java=%built%\runtime\bin\java.exe"
if exist "%java%" goto start
if not defined JAVA_HOME goto path
set "java=%JAVA_HOME%\bin\java.exe"
if exist "%java%" goto start
:path
set "java=java.exe"
where /q java.exe && goto start
echo preflight: no java found; put a Java 17 or later on the PATH, or set JAVA_HOME. 1>&2
exit /b 6

:start
set "archive="
if exist "%built%\preflight.jsa" set archive="-XX:SharedArchiveFile=%built%\preflight.jsa"
"%java%" %archive% -Xshare:auto -Xlog:disable -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xms8m %PREFLIGHT_JAVA_OPTS% -jar "%built%\preflight.jar" %*
exit /b %ERRORLEVEL%
