<# : batch
@echo off
rem The same as mvnw, for Windows: the batch lines run Maven, the PowerShell below finds or fetches it.
setlocal
set "MVNW_FILE=%~f0"
set "MVNW_MAVEN="
rem PowerShell 7 leaves a module path behind that Windows PowerShell cannot load its own modules from.
set "PSModulePath="
for /f "usebackq delims=" %%m in (`powershell -NoProfile -ExecutionPolicy Bypass -Command "& ([scriptblock]::Create((Get-Content -Raw -LiteralPath $env:MVNW_FILE)))"`) do set "MVNW_MAVEN=%%m"
if not defined MVNW_MAVEN exit /b 1
rem Without call, which would expand the arguments a second time: nothing runs after this line.
"%MVNW_MAVEN%" %*
: end of batch #>
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$work = $null

function Say([string] $text) {
  # Standard output carries the path of mvn.cmd and nothing else.
  [Console]::Error.WriteLine("mvnw: $text")
}

try {
  $properties = Join-Path (Split-Path -Parent $env:MVNW_FILE) '.mvn\wrapper\maven-wrapper.properties'
  $pinned = Get-Content -Raw -LiteralPath $properties | ConvertFrom-StringData
  $version = $pinned.distributionVersion
  $sum = $pinned.distributionSha512Sum
  if (-not $version -or -not $sum) { throw "$properties must set distributionVersion and distributionSha512Sum." }

  $java = if ($env:JAVA_HOME) { Join-Path $env:JAVA_HOME 'bin\java.exe' } else { 'java.exe' }
  if (-not (Get-Command $java -ErrorAction SilentlyContinue)) {
    throw 'No Java found: install JDK 25, set JAVA_HOME to it and try again.'
  }

  $userHome = if ($env:MAVEN_USER_HOME) { $env:MAVEN_USER_HOME } else { Join-Path $env:USERPROFILE '.m2' }
  $name = "apache-maven-$version"
  $key = $sum.Substring(0, 12)
  $dists = Join-Path $userHome "wrapper\dists\$name"
  $maven = Join-Path $dists "$key\bin\mvn.cmd"

  if (-not (Test-Path -LiteralPath $maven)) {
    Say "fetching Maven $version, this once"
    $work = (New-Item -ItemType Directory -Force -Path (Join-Path $dists ".new.$PID")).FullName
    $zip = Join-Path $work "$name-bin.zip"

    if (Get-Command mvn.cmd -ErrorAction SilentlyContinue) {
      # Away from the project, whose pom.xml and .mvn are meant for the pinned Maven only.
      Push-Location -LiteralPath $work
      & mvn.cmd -B -q 'org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy' "-Dartifact=org.apache.maven:apache-maven:${version}:zip:bin" "-DoutputDirectory=$work" | ForEach-Object { Say $_ }
      Pop-Location
      if ($LASTEXITCODE -ne 0) {
        throw "Could not fetch Maven ${version}: check the network and the mirrors in settings.xml and try again."
      }
    }
    else {
      $url = "https://archive.apache.org/dist/maven/maven-$($version.Split('.')[0])/$version/binaries/$name-bin.zip"
      [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
      try { Invoke-WebRequest -UseBasicParsing -Uri $url -OutFile $zip }
      catch { throw "Could not fetch ${url}: check the network and try again." }
    }

    $actual = (Get-FileHash -Algorithm SHA512 -LiteralPath $zip).Hash
    if ($actual -ne $sum) {
      throw "The fetched Maven $version has SHA-512 $actual, not the pinned one: check the mirror it came from, or $properties."
    }
    Expand-Archive -LiteralPath $zip -DestinationPath $work
    try { [IO.Directory]::Move((Join-Path $work $name), (Join-Path $dists $key)) }
    catch {
      # A concurrent first run may have put its copy there; anything else is a failure.
      if (-not (Test-Path -LiteralPath $maven)) { throw }
    }
  }
  Write-Output $maven
}
catch {
  Say $_.Exception.Message
  exit 1
}
finally {
  if ($work) { Remove-Item -Recurse -Force -LiteralPath $work -ErrorAction SilentlyContinue }
}
