# Makes dist\openeo-desktop-VERSION-windows-x64-setup.exe of build\bundle (dev.py build bundle), with
# Inno Setup 6; signed where CERTIFICATE is set (sign.ps1). Recipe: not run yet (see README.md here).
$ErrorActionPreference = 'Stop'
$here = $PSScriptRoot

$compiler = "${env:ProgramFiles(x86)}\Inno Setup 6\ISCC.exe"
if (-not (Test-Path $compiler)) { throw 'Inno Setup 6 is missing: https://jrsoftware.org/isinfo.php' }
$version = & python "$here\..\version.py"
if ($LASTEXITCODE) { throw 'The version could not be read.' }

$options = @("/DAppVersion=$version")
if ($env:CERTIFICATE) {
    # $q is a quotation mark and $f the file, for Inno Setup.
    $sign = 'pwsh -NoProfile -File $q' + "$here\sign.ps1" + '$q $f'
    $options += "/Sopeneo=$sign", '/DSignWith=openeo'
}
& $compiler @options "$here\openeo-desktop.iss"
if ($LASTEXITCODE) { throw 'The installer was not made.' }
