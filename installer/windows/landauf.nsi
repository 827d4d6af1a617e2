; Windows set-up of Landauf: for one person, without administrator rights, German and English.
; makensis -WX -DVERSION=0.1.0 -DPAYLOAD=… -DICON=… -DFILE_ICON=… -DSIDE=… -DLICENCE=… -DOUT=… landauf.nsi
; PAYLOAD is the folder that PyInstaller makes on Windows. The set-up is not signed: Windows says so when it is started.

Unicode true
ManifestDPIAware true
ManifestSupportedOS Win10
SetCompressor /SOLID lzma
AllowSkipFiles off
RequestExecutionLevel user

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"
!include "x64.nsh"

!ifdef NSIS_WIN32_MAKENSIS
    !define SLASH "\"
!else
    !define SLASH "/"
!endif
!define NAME "Landauf"
!define PUBLISHER "Landauf"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Landauf"
!define FILE_TYPE "Landauf.Workspace"

Name "${NAME} ${VERSION}"
OutFile "${OUT}"
BrandingText "${NAME} ${VERSION}"
InstallDir "$LOCALAPPDATA\Programs\Landauf"
InstallDirRegKey HKCU "Software\Landauf" "InstallDir"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "${NAME}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "${NAME} ${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "EUPL-1.2"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_WELCOMEFINISHPAGE_BITMAP_STRETCH AspectFitHeight
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\landauf.exe"
!define MUI_FINISHPAGE_SHOWREADME
!define MUI_FINISHPAGE_SHOWREADME_TEXT "$(DesktopShortcut)"
!define MUI_FINISHPAGE_SHOWREADME_NOTCHECKED
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION MakeDesktopShortcut
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(DataIsKept)"

!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "English"

LangString DesktopShortcut ${LANG_GERMAN} "Verknüpfung auf dem Desktop anlegen"
LangString DesktopShortcut ${LANG_ENGLISH} "Put a shortcut on the desktop"
LangString FileTypeName ${LANG_GERMAN} "Landauf-Arbeitsdatei"
LangString FileTypeName ${LANG_ENGLISH} "Landauf workspace"
LangString Running ${LANG_GERMAN} "Landauf ist noch geöffnet. Bitte schließen Sie es und versuchen Sie es dann noch einmal."
LangString Running ${LANG_ENGLISH} "Landauf is still open. Please close it and try again."
LangString TooOld ${LANG_GERMAN} "Landauf braucht Windows 10 oder neuer in der 64-Bit-Ausgabe."
LangString TooOld ${LANG_ENGLISH} "Landauf needs Windows 10 or newer, the 64-bit edition."
LangString DataIsKept ${LANG_GERMAN} "Landauf wird entfernt. Ihre Arbeitsdateien, Sicherungen und Einstellungen bleiben erhalten."
LangString DataIsKept ${LANG_ENGLISH} "Landauf is removed. Your workspace files, backups and settings are kept."

; Silent runs never ask; what is refused ends with exit code 2.
Function .onInit
    ${IfNot} ${AtLeastWin10}
    ${OrIfNot} ${RunningX64}
        ${IfNot} ${Silent}
            MessageBox MB_OK|MB_ICONSTOP "$(TooOld)"
        ${EndIf}
        SetErrorLevel 2
        Quit
    ${EndIf}
FunctionEnd

; An open program holds its .exe: it cannot be written to. $R0 is the folder, $R1 becomes the name of a file that is held.
!macro LookForHeld file
    ${If} ${FileExists} "$R0\${file}"
        ClearErrors
        FileOpen $R2 "$R0\${file}" a
        ${If} ${Errors}
            StrCpy $R1 "${file}"
        ${Else}
            FileClose $R2
        ${EndIf}
    ${EndIf}
!macroend

!macro RefuseWhileOpen un
Function ${un}FindHeld
    StrCpy $R1 ""
    !insertmacro LookForHeld "landauf.exe"
    !insertmacro LookForHeld "landauf-cli.exe"
FunctionEnd

Function ${un}RefuseWhileOpen
    Call ${un}FindHeld
    ${DoWhile} $R1 != ""
        ${If} ${Silent}
            SetErrorLevel 2
            Quit
        ${EndIf}
        MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Running)" IDRETRY again
        SetErrorLevel 2
        Quit
        again:
        Call ${un}FindHeld
    ${Loop}
FunctionEnd
!macroend
!insertmacro RefuseWhileOpen ""
!insertmacro RefuseWhileOpen "un."

; Only what an installation put there goes away: the program and its own folder of libraries.
!macro RemoveProgram folder
    Delete "${folder}\landauf.exe"
    Delete "${folder}\landauf-cli.exe"
    Delete "${folder}\landauf.ico"
    Delete "${folder}\landauf-file.ico"
    RMDir /r "${folder}\_internal"
    Delete "${folder}\uninstall.exe"
    RMDir "${folder}"
!macroend

Section
    StrCpy $R0 "$INSTDIR"
    Call RefuseWhileOpen
    ; An older Landauf goes first, also out of another folder.
    ReadRegStr $R3 HKCU "Software\Landauf" "InstallDir"
    ${If} $R3 != ""
    ${AndIf} $R3 != "$INSTDIR"
        StrCpy $R0 "$R3"
        Call RefuseWhileOpen
        !insertmacro RemoveProgram "$R3"
    ${EndIf}
    !insertmacro RemoveProgram "$INSTDIR"
    SetOutPath "$INSTDIR"
    File /r "${PAYLOAD}${SLASH}*"
    File "/oname=landauf.ico" "${ICON}"
    File "/oname=landauf-file.ico" "${FILE_ICON}"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\Landauf.lnk" "$INSTDIR\landauf.exe" "" "$INSTDIR\landauf.ico"

    WriteRegStr HKCU "Software\Landauf" "InstallDir" "$INSTDIR"
    WriteRegStr HKCU "Software\Classes\.landauf" "" "${FILE_TYPE}"
    WriteRegStr HKCU "Software\Classes\.landauf\OpenWithProgids" "${FILE_TYPE}" ""
    WriteRegStr HKCU "Software\Classes\${FILE_TYPE}" "" "$(FileTypeName)"
    WriteRegStr HKCU "Software\Classes\${FILE_TYPE}\DefaultIcon" "" "$INSTDIR\landauf-file.ico"
    WriteRegStr HKCU "Software\Classes\${FILE_TYPE}\shell\open\command" "" '"$INSTDIR\landauf.exe" "%1"'

    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    IntFmt $0 "0x%08X" $0
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" "$0"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\landauf.ico"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
    ; Explorer learns of the new file type: SHCNE_ASSOCCHANGED
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Function MakeDesktopShortcut
    CreateShortcut "$DESKTOP\Landauf.lnk" "$INSTDIR\landauf.exe" "" "$INSTDIR\landauf.ico"
FunctionEnd

; Workspaces lie where people put them, settings in their profile: neither is touched.
Section "Uninstall"
    StrCpy $R0 "$INSTDIR"
    Call un.RefuseWhileOpen
    !insertmacro RemoveProgram "$INSTDIR"
    Delete "$SMPROGRAMS\Landauf.lnk"
    Delete "$DESKTOP\Landauf.lnk"
    DeleteRegKey HKCU "Software\Landauf"
    DeleteRegKey HKCU "Software\Classes\${FILE_TYPE}"
    ; Of the ending only what is ours: another program may have taken it since.
    DeleteRegValue HKCU "Software\Classes\.landauf\OpenWithProgids" "${FILE_TYPE}"
    DeleteRegKey /ifempty HKCU "Software\Classes\.landauf\OpenWithProgids"
    ReadRegStr $0 HKCU "Software\Classes\.landauf" ""
    ${If} $0 == "${FILE_TYPE}"
        DeleteRegValue HKCU "Software\Classes\.landauf" ""
    ${EndIf}
    DeleteRegKey /ifempty HKCU "Software\Classes\.landauf"
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
    DeleteRegKey HKCU "${UNINSTALL_KEY}" ; last: gone from the list of programs means done
SectionEnd
