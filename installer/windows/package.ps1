# Makes a folder and a ZIP of the desktop for Windows. WRITTEN, NEVER RUN: no Windows was at hand.
# Wants: Visual Studio 2022, Qt 6.4 or newer for MSVC, vcpkg with openssl, sqlite3 and qtkeychain-qt6.
# Known to be open before it can build: app/cli/passwordsource.cpp asks a POSIX terminal, and the lock bytes of a sealed
# file beyond 1 GiB need care on Windows. The command line is therefore left out.
#   usage: package.ps1 -Qt C:\Qt\6.4.2\msvc2019_64 -Vcpkg C:\vcpkg
param(
    [Parameter(Mandatory)] [string] $Qt,
    [Parameter(Mandatory)] [string] $Vcpkg
)
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

$source = Resolve-Path "$PSScriptRoot\..\.."
$build = "$source\build\windows"
$stage = "$build\ConsentDesk"

cmake -S $source -B $build -G Ninja -DCMAKE_BUILD_TYPE=Release -DCONSENT_TESTS=OFF `
    "-DCMAKE_PREFIX_PATH=$Qt" "-DCMAKE_TOOLCHAIN_FILE=$Vcpkg\scripts\buildsystems\vcpkg.cmake"
cmake --build $build --target consentdesk

New-Item -ItemType Directory -Force $stage | Out-Null
Copy-Item "$build\bin\consentdesk.exe" $stage
& "$Qt\bin\windeployqt6.exe" --release --no-translations "$stage\consentdesk.exe"
New-Item -ItemType Directory -Force "$stage\translations" | Out-Null
Copy-Item "$Qt\translations\qtbase_ko.qm" "$stage\translations"

# consentdesk:// addresses, for the user who runs it.
@'
Windows Registry Editor Version 5.00

[HKEY_CURRENT_USER\Software\Classes\consentdesk]
@="URL:Consent Desk"
"URL Protocol"=""

[HKEY_CURRENT_USER\Software\Classes\consentdesk\shell\open\command]
@="\"%LOCALAPPDATA%\\Programs\\ConsentDesk\\consentdesk.exe\" \"%1\""
'@ | Set-Content -Encoding Unicode "$stage\consentdesk-addresses.reg"

Compress-Archive -Force -Path $stage -DestinationPath "$build\ConsentDesk.zip"
Write-Output "$build\ConsentDesk.zip"
