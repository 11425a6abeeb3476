; SPDX-License-Identifier: GPL-3.0-or-later
; An installer for one user, without administrator's rights. Called by build.py with VERSION, SOURCE and OUT.
Unicode true
!include "MUI2.nsh"

Name "Hospes"
OutFile "${OUT}\hospes-${VERSION}-windows.exe"
InstallDir "$LOCALAPPDATA\Programs\Hospes"
RequestExecutionLevel user
SetCompressor /SOLID lzma

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "Polish"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Hospes"

Section
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Hospes.lnk" "$INSTDIR\hospes.exe"
  WriteRegStr HKCU "Software\Classes\.hospes" "" "Hospes.Association"
  WriteRegStr HKCU "Software\Classes\Hospes.Association" "" "Hospes"
  WriteRegStr HKCU "Software\Classes\Hospes.Association\DefaultIcon" "" "$INSTDIR\hospes.exe,0"
  WriteRegStr HKCU "Software\Classes\Hospes.Association\shell\open\command" "" '"$INSTDIR\hospes.exe" "%1"'
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Hospes"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
SectionEnd

; Takes away the program, never an association's file and never the preferences.
Section "Uninstall"
  Delete "$SMPROGRAMS\Hospes.lnk"
  RMDir /r "$INSTDIR"
  DeleteRegKey HKCU "Software\Classes\.hospes"
  DeleteRegKey HKCU "Software\Classes\Hospes.Association"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
