@echo off
rem Starts the command line. From Java 19 on the first run archives its classes, so that later ones start faster.
rem JAVA_HOME names the Java to use, JAVA_OPTS its options, such as those for a proxy.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
set "folder=%TEMP%"
if defined LOCALAPPDATA set "folder=%LOCALAPPDATA%"
set "folder=%folder%\securityspace-dns"
if not exist "%folder%" mkdir "%folder%" 2>nul
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Xlog:disable -XX:+IgnoreUnrecognizedVMOptions -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%folder%\classes.jsa" %JAVA_OPTS% -jar "%~dp0..\lib\securityspace-dns-cli.jar" %*
exit /b %ERRORLEVEL%
