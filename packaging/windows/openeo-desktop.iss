; The installer for Windows, made by Inno Setup 6: for one person, without an administrator.
; make_installer.ps1 beside this file calls it. Recipe: not built or run yet (see README.md here).

#ifndef AppVersion
  #error Say the version: /DAppVersion=1.2.3 (packaging/version.py prints it).
#endif

#define AppName "openEO Desktop"
#define Program "openeo-desktop.exe"
#define CommandLine "openeo-desktop-cli.exe"
#define Document "org.openeo.Desktop.ProcessGraph"
#define Scheme "openeo-desktop"

[Setup]
; Never change this: by it Windows knows that a newer version is the same app.
AppId={{6D0B1C55-3C0B-4E0C-9C5A-2F9B1E7A4D61}
AppName={#AppName}
AppVersion={#AppVersion}
AppVerName={#AppName} {#AppVersion}
AppPublisher=The openEO Desktop maintainers
AppPublisherURL=https://openeo.org
VersionInfoProductTextVersion={#AppVersion}
WizardStyle=modern
PrivilegesRequired=lowest
DefaultDirName={autopf}\{#AppName}
DefaultGroupName={#AppName}
DisableProgramGroupPage=yes
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\build\icons\app.ico
UninstallDisplayIcon={app}\{#Program}
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; The oldest Windows that Qt 6.8 and newer run on: Windows 10, 1809.
MinVersion=10.0.17763
; An open window is asked to close; the last page of the installer opens a new one.
CloseApplications=yes
RestartApplications=no
ChangesAssociations=yes
Compression=lzma2/max
SolidCompression=yes
OutputDir=..\..\dist
OutputBaseFilename=openeo-desktop-{#AppVersion}-windows-x64-setup
#ifdef SignWith
; The installer and the uninstaller that it writes.
SignTool={#SignWith}
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"

[CustomMessages]
en.ProcessGraph=openEO process graph
de.ProcessGraph=openEO-Prozessgraph
fr.ProcessGraph=Graphe de processus openEO
en.RemoveData=Remove your jobs, settings and stored sign-ins from this computer, too?%n%nDownloaded files stay in any case, and so do your jobs on the back-ends.
de.RemoveData=Auch Ihre Jobs, Einstellungen und gespeicherten Anmeldungen von diesem Rechner entfernen?%n%nHeruntergeladene Dateien bleiben in jedem Fall, ebenso Ihre Jobs auf den Back-Ends.
fr.RemoveData=Supprimer aussi vos jobs, vos réglages et vos connexions enregistrées de cet ordinateur ?%n%nLes fichiers téléchargés restent dans tous les cas, ainsi que vos jobs sur les serveurs.
en.NotRemoved=Your data could not be removed and is still there. Close openEO Desktop (also beside the clock) and try again?
de.NotRemoved=Ihre Daten konnten nicht entfernt werden und sind noch da. openEO Desktop schließen (auch neben der Uhr) und noch einmal versuchen?
fr.NotRemoved=Vos données n'ont pas pu être supprimées et sont encore là. Fermer openEO Desktop (aussi près de l'horloge) et réessayer ?

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; A newer version brings all its files: none of an older one may stay among them.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\build\bundle\openeo-desktop\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs
Source: "..\..\LICENSE"; DestDir: "{app}"; DestName: "LICENSE.txt"; Flags: ignoreversion

[Icons]
Name: "{group}\{#AppName}"; Filename: "{app}\{#Program}"
Name: "{autodesktop}\{#AppName}"; Filename: "{app}\{#Program}"; Tasks: desktopicon

[Registry]
; What the app can open. Explorer looks at the last part of a name alone, so of *.openeo.json it sees
; .json: the app stands under «Open with» there, and takes no file type from another program.
Root: HKA; Subkey: "Software\Classes\{#Document}"; ValueType: string; ValueData: "{cm:ProcessGraph}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\{#Document}\DefaultIcon"; ValueType: string; ValueData: "{app}\{#Program},0"
Root: HKA; Subkey: "Software\Classes\{#Document}\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.json\OpenWithProgids"; ValueType: string; ValueName: "{#Document}"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Applications\{#Program}"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "{#AppName}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\{#Program}\SupportedTypes"; ValueType: string; ValueName: ".json"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\{#Program}\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}"" ""%1"""
; Links to a job.
Root: HKA; Subkey: "Software\Classes\{#Scheme}"; ValueType: string; ValueData: "URL:{#AppName}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\{#Scheme}"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\{#Scheme}\DefaultIcon"; ValueType: string; ValueData: "{app}\{#Program},0"
Root: HKA; Subkey: "Software\Classes\{#Scheme}\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}"" ""%1"""
; Written by the app itself, if its user wants it to start with Windows; without the app it leads nowhere.
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: none; ValueName: "{#AppName}"; Flags: dontcreatekey uninsdeletevalue
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"; ValueType: none; ValueName: "{#AppName}"; Flags: dontcreatekey uninsdeletevalue

[Run]
Filename: "{app}\{#Program}"; Description: "{cm:LaunchProgram,{#AppName}}"; Flags: nowait postinstall skipifsilent

[Code]
{ The app removes its data itself: it knows the folders, and what it keeps in the keychain. }
function DataRemoved: Boolean;
var
  Code: Integer;
begin
  Result := Exec(ExpandConstant('{app}\{#CommandLine}'), 'remove-data --yes', '', SW_HIDE,
    ewWaitUntilTerminated, Code) and (Code = 0);
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
begin
  if Step <> usUninstall then
    exit;
  { Without a person to ask (/SILENT) the data stays. }
  if SuppressibleMsgBox(CustomMessage('RemoveData'), mbConfirmation, MB_YESNO or MB_DEFBUTTON2,
    IDNO) <> IDYES then
    exit;
  while not DataRemoved do
    if SuppressibleMsgBox(CustomMessage('NotRemoved'), mbError, MB_RETRYCANCEL, IDCANCEL) <> IDRETRY then
      exit;
end;
