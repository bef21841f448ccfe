# Signs files with the project's certificate (SHA-256, with a timestamp that outlives it) and looks
# at the signatures. Recipe: not run yet (see README.md here).
#
#   $env:CERTIFICATE    the certificate and its key (.pfx), in base64
#   $env:PASSWORD       its password
param([Parameter(Mandatory, ValueFromRemainingArguments)] [string[]] $Files)

$ErrorActionPreference = 'Stop'
if (-not $env:CERTIFICATE) { throw 'CERTIFICATE is not set: there is nothing to sign with.' }

$tool = Get-ChildItem "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe" |
    Sort-Object FullName | Select-Object -Last 1
if (-not $tool) { throw 'signtool.exe is missing; it is part of the Windows SDK.' }

$folder = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
New-Item -ItemType Directory $folder | Out-Null
$certificate = Join-Path $folder 'certificate.pfx'
try {
    [IO.File]::WriteAllBytes($certificate, [Convert]::FromBase64String($env:CERTIFICATE))
    foreach ($file in (Get-Item $Files).FullName) {
        & $tool.FullName sign /fd SHA256 /td SHA256 /tr http://timestamp.digicert.com `
            /d 'openEO Desktop' /f $certificate /p $env:PASSWORD $file
        if ($LASTEXITCODE) { throw "$file was not signed." }
        & $tool.FullName verify /pa $file
        if ($LASTEXITCODE) { throw "The signature of $file does not hold." }
    }
}
finally {
    Remove-Item -Recurse -Force $folder
}
